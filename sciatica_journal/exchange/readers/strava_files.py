"""What Strava puts into an export beside the activities: tables of the account, pictures, routes.

The names are those of an unpacked export of 2026; copies as a browser numbers them (`shoes (1).csv`) count, too.
"""

import re
from typing import Final

_NAMES: Final = (
    "applications bikes blocks clubs comments components connected_apps contacts email_preferences events favorites "
    "flags followers following general_preferences global_challenges goals group_challenges local_legend_segments "
    "logins media memberships metering mobile_device_identifiers orders partner_opt_outs posts privacy_zones profile "
    "reactions routes segments shoes social_settings starred_routes starred_segments support_tickets "
    "visibility_settings community_content community_personal_data messaging "
    "categories_of_personal_information_we_collect information_we_disclose_for_a_business_purpose"
)
_TABLES: Final = frozenset(_NAMES.split())
_FOLDERS: Final = frozenset({"activities", "media", "clubs", "routes"})
_NUMBERED: Final = re.compile(r" ?\(\d+\)$")


def is_of_strava(name: str) -> bool:
    """Return whether a file of this name, with its folders, is one that Strava itself puts beside its activities."""
    *folders, base = name.casefold().split("/")
    return not _FOLDERS.isdisjoint(folders) or _NUMBERED.sub("", base.rpartition(".")[0]) in _TABLES
