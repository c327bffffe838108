package io.quarkiverse.flamingock.offenders.undeclared;

import io.quarkiverse.flamingock.offenders.Listed;

/** Lies in a room that nobody has declared. */
final class InNoRoom {

    Listed hall;
}
