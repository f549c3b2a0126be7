"""Workers on other machines, by Dask: the same shards, the same parts. The only file that imports it."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from threading import get_ident
from typing import Any
from uuid import uuid4

from rhetoric.batch.plan import Shard, maker
from rhetoric.batch.shard import Desk
from rhetoric.errors import RhetoricError, SettingsError
from rhetoric.settings import Settings

WAIT = 60  # seconds for the scheduler, and then for a first worker


class Cluster:
    """The workers of a Dask scheduler. Shards go to them and parts come back through it, so no disk is shared.

    Parameters
    ----------
    address : str
        Such as ``tcp://10.0.0.1:8786``.
    settings : Settings

    Raises
    ------
    SettingsError
        If Dask is not installed, or nobody answers.
    """

    def __init__(self, address: str, settings: Settings) -> None:
        try:
            distributed: Any = import_module("distributed")
        except ImportError:
            do = "install it: pip install 'rhetoric[cluster]'"
            raise SettingsError("Dask is not installed", do, "--scheduler") from None
        self.settings = settings
        self._numbers: dict[Any, int] = {}
        try:
            self._client: Any = distributed.Client(address, timeout=WAIT, set_as_default=False)
            self._client.wait_for_workers(1, timeout=WAIT)
        except (OSError, TimeoutError, ValueError) as fault:
            what = f"no scheduler with workers answers ({fault})"
            do = "start 'dask scheduler' and 'dask worker ADDRESS --nthreads 1'"
            raise SettingsError(what, do, address) from None
        self._answers: Any = distributed.as_completed(loop=self._client.loop)
        self.room = 2

    def give(self, number: int, shard: Shard) -> None:
        """Send a shard to the scheduler."""
        future = self._sent(shard)
        self._numbers[future] = number
        self._answers.add(future)
        self.room = 2 * max(1, sum(self._client.nthreads().values()))  # workers come and go

    def take(self) -> tuple[int, bytes | None]:
        """Wait for a shard that is done."""
        future = next(self._answers)
        return self._numbers.pop(future), self._part(future)

    def alone(self, shard: Shard) -> bytes | None:
        """Have a shard analysed, and wait for it."""
        return self._part(self._sent(shard))

    def close(self) -> None:
        """Call back whatever is under way, and leave."""
        for future in self._numbers:
            future.cancel()
        self._client.close()

    def _sent(self, shard: Shard) -> Any:
        return self._client.submit(at_desk, shard, self.settings, key=f"rhetoric-{uuid4()}", pure=False)

    def _part(self, future: Any) -> bytes | None:
        """Return a part; None where several workers died of its shard.

        A shard whose worker dies goes to another by itself, as often as the scheduler allows.
        """
        import distributed

        try:
            part: bytes = future.result()
        except distributed.KilledWorker:
            return None
        except (OSError, TimeoutError, distributed.CancelledError) as fault:
            what = f"the scheduler is gone ({fault})"
            raise RhetoricError(what, "start it, then run again with --resume", "--scheduler") from None
        else:
            return part
        finally:
            future.release()


def at_desk(shard: Shard, settings: Settings) -> bytes:
    """Analyse a shard at the desk of this thread of a worker, where what is known of words is kept; see `Desk`."""
    return desk(settings, maker(settings), get_ident()).work(shard)


@lru_cache(maxsize=8)
def desk(settings: Settings, made_by: str, thread: int) -> Desk:
    """Return the desk of a thread; where lists or models have changed it is another."""
    return Desk(settings)
