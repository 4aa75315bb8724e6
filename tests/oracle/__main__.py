"""Long campaigns: `python -m tests.oracle --years 20000 --seed 1 --jobs 4`."""

import argparse
import sys
import time
from multiprocessing import Pool

from tests.oracle.compare import differences
from tests.oracle.random_years import random_year

NEXT_POINTS_EVERY = 8
"""Next points are tried out in every eighth year; they take the oracle longest."""


def differing(seed: int) -> tuple[int, list[str]]:
    """The seed and the differences of its year; an exception is told with its seed."""
    try:
        return seed, differences(random_year(seed), with_next_points=seed % NEXT_POINTS_EVERY == 0)
    except Exception as error:
        return seed, [f"the oracle or its years: {error!r}"]


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle", description=main.__doc__)
    parser.add_argument("--years", type=int, default=1000, help="how many years")
    parser.add_argument("--seed", type=int, default=1, help="the first year's seed")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes")
    parser.add_argument("--stop", type=int, default=10, help="stop after so many differing years")
    parser.add_argument("--lines", type=int, default=6, help="differences shown a year")
    parser.add_argument("--ignore", action="append", default=[], help="leave out differences that begin so")
    return parser.parse_args()


def main() -> int:
    """Compares many random years; prints the seeds of those that differ. Exit status 1 when any does."""
    chosen = arguments()
    started = time.monotonic()
    compared = bad = 0
    seeds = range(chosen.seed, chosen.seed + chosen.years)
    with Pool(chosen.jobs) as pool:
        for seed, found in pool.imap(differing, seeds, chunksize=20):
            compared += 1
            found = [line for line in found if not line.startswith(tuple(chosen.ignore))]
            if found:
                bad += 1
                print(f"seed {seed}: {len(found)} differences", *found[: chosen.lines], sep="\n    ", flush=True)
            if bad >= chosen.stop:
                break
    print(f"{compared} years, {bad} differ, {time.monotonic() - started:.0f} s")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
