package io.quarkiverse.flamingock.runtime.engine.resolve;

import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.lock.HeldLocks;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Outcome;

/**
 * Leaves the marker that an execution of a change would have left, where a person says that the change is there: should the
 * audit store be lost, it must not be applied. It is written as always, in a transaction in which nothing else happens, behind
 * the fence, and in the place of the marker that was read there.
 *
 * @param env the engine's surroundings
 * @param held the locks
 */
record StatedMarkers(Environment env, HeldLocks held) {

    /**
     * @param change a change whose code would run in a transaction of a target system that keeps markers
     * @param seen its marker that was read behind the raised fence, null where there was none
     * @return null, or what could not be done and what follows
     */
    String leave(ChangeDescriptor change, Marker seen) {
        ChangeCall call = new ChangeCall(env.settings().service(), change.id(), change.checksum(),
                held.token(change.targetSystem()), true, seen);
        for (int retry = 0;; retry++) {
            Outcome outcome = env.targets().get(change.targetSystem()).execute(call, supply -> {
            });
            if (outcome.kind() == Outcome.Kind.APPLIED) {
                return null;
            }
            if (outcome.kind() != Outcome.Kind.CONFLICT || retry >= env.settings().limits().conflictRetries()) {
                return "That is recorded, but target system '" + change.targetSystem() + "' holds no marker of it: "
                        + env.errors().brief(outcome.error()) + ". Should the audit store be lost, change '" + change.id()
                        + "' would count as not applied. To write the marker, call baseline with its id";
            }
        }
    }
}
