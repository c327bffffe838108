package io.quarkiverse.flamingock.offenders.high;

import io.quarkiverse.flamingock.offenders.Listed;
import io.quarkiverse.flamingock.offenders.low.LowKnowsHigh;

/** Knows a room below, as it may, and the hall, as it may not. */
public final class HighKnowsLowAndHall {

    LowKnowsHigh below;
    Listed hall;
}
