package org.acme.orders.changes;

import java.io.IOException;

import org.acme.orders.Newsletter;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * Has no rollback: a letter that was sent can't be taken back. Where sending fails, a person finds out whether it went out.
 */
// tag::change[]
@TargetSystem("newsletter")
@Change(id = "announce-checkout", author = "marketing", description = "Tells all customers about the checkout")
public class _20260108_01_AnnounceCheckout {

    @Apply
    public void apply(Newsletter newsletter) throws IOException {
        newsletter.send("Our new checkout is here");
    }
}
// end::change[]
