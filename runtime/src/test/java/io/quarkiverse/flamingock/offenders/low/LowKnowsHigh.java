package io.quarkiverse.flamingock.offenders.low;

import io.quarkiverse.flamingock.offenders.high.HighKnowsLowAndHall;

/** Knows a room above. */
public final class LowKnowsHigh {

    HighKnowsLowAndHall above;
}
