package org.acme.orders.changes;

import java.io.IOException;

import jakarta.inject.Named;

import org.acme.orders.FeatureFlags;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Probe;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

// tag::change[]
@TargetSystem("feature-flags")
@Change(id = "enable-checkout", author = "checkout-team", description = "The new checkout, for some customers")
public class _20260106_01_EnableCheckout {

    @Apply
    public void apply(FeatureFlags flags, @Named("first-customers") int percent) throws IOException {
        flags.enable("checkout", percent);
    }

    @Rollback
    public void rollback(FeatureFlags flags) throws IOException {
        flags.remove("checkout");
    }

    @Probe
    public ProbeResult probe(FeatureFlags flags) {
        return flags.isOn("checkout") ? ProbeResult.APPLIED : ProbeResult.NOT_APPLIED;
    }
}
// end::change[]
