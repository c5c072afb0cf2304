"""Workers: what one leaves behind that is replaced or cancelled before its turn."""

import gc
import warnings
from functools import partial

from textual.app import App

from sciatica_journal.ui.journal_screen import start_worker


async def test_a_worker_that_is_replaced_before_its_turn_leaves_no_coroutine_behind() -> None:
    done: list[str] = []

    async def work(name: str) -> None:
        done.append(name)

    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        async with App[None]().run_test() as pilot:
            replaced = start_worker(pilot.app, partial(work, "first"), group="form", exclusive=True)
            last = start_worker(pilot.app, partial(work, "second"), group="form", exclusive=True)
            await last.wait()
            assert replaced.is_cancelled
        gc.collect()
    assert done == ["second"]
    assert not [str(each.message) for each in warned if "never awaited" in str(each.message)]
