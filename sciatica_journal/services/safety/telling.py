"""What a person tells of signs and background, apart from a day: kept, and answered with the notices that it raises."""

from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.signs.background import told_signs
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flags import open_raised, raise_signs
from sciatica_journal.services.safety.notice import Notice
from sciatica_journal.services.safety.profile import Profile, emergency_signs
from sciatica_journal.services.safety.signs import background_of, urgent_sign
from sciatica_journal.storage.history import changing


def save_background(session: Session, background: Background) -> tuple[Notice, ...]:
    """Keep the background, and return the notices of what it newly tells."""
    before = background_of(session)
    with changing(session.writer(), "background", session.now(), session.window) as change:
        change.put(background)
    return open_raised(session, session.today(), told_signs(background, before))


def record_sign(session: Session, sign: KnownSign) -> tuple[Notice, ...]:
    """Keep a known sign, and return the notices of one that is an emergency, or new weakness, and not examined."""
    with changing(session.writer(), "known sign", session.now(), session.window) as change:
        change.put(sign)
    found = urgent_sign(session, sign)
    return raise_signs(session, [found[0]], dict([found])) if found else ()


def notices_for_signs(session: Session, profile: Profile, before: Profile | None = None) -> tuple[Notice, ...]:
    """Return the notices for emergency signs that are new, or known but never examined, and open their flags.

    Signs of which the profile `before` said the same are not asked about again.
    """
    said = emergency_signs(profile)
    told = emergency_signs(before) if before is not None else {}
    return raise_signs(session, [sign for sign in said if sign not in told], said)
