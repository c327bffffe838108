package io.quarkiverse.flamingock.test.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.OtherAuditStoreException;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.NewerTokenException;
import io.quarkiverse.flamingock.spi.Outcome;

/**
 * What a target system that keeps markers makes of claims: tokens count within one audit store only, and belong to one owner.
 */
public interface ClaimContract {

    /** The same target system as another process sees it. */
    ChangeTarget another();

    private static Claim claim(String store, String replaced, String owner, long token) {
        return new Claim(store, replaced, owner, token);
    }

    @Test
    default void anEqualTokenOfAnotherOwnerIsNewer() {
        another().fence(claim("one", null, "first", 5), "shop");
        another().fence(claim("one", null, "first", 5), "shop");
        assertThatThrownBy(() -> another().fence(claim("one", null, "second", 5), "shop"))
                .isInstanceOf(NewerTokenException.class)
                .satisfies(e -> assertThat(((NewerTokenException) e).newest()).isEqualTo(5));
        another().fence(claim("one", null, "second", 6), "shop");
    }

    @Test
    default void anotherAuditStoreIsAnError() {
        ChangeTarget target = another();
        target.fence(claim("one", null, "first", 5), "shop");
        for (long token : new long[] { 1, 5, 99 }) {
            assertThatThrownBy(() -> another().fence(claim("two", null, "second", token), "shop"))
                    .isInstanceOf(OtherAuditStoreException.class)
                    .hasMessageStartingWith("Target system " + target.id()
                            + " is changed by applications that record in another audit store: ")
                    .hasMessageContaining(" names audit store one, with token 5, and the one of this application is two. ")
                    .hasMessageEndingWith("Let both applications use the same audit store, or another id for their target"
                            + " systems where these are not the same; or, if that audit store was dropped or replaced by this"
                            + " one, set quarkus.flamingock.replaces-audit-store=one for one start. Nothing was applied.");
        }
        assertThat(target.execute(new ChangeCall("shop", "claimed", "sum", 5, true), supply -> {
        })).as("the first one still holds it").isEqualTo(Outcome.APPLIED);
    }

    @Test
    default void anAuditStoreTakesThePlaceOfAnother() {
        another().fence(claim("one", null, "first", 5), "shop");
        assertThatThrownBy(() -> another().fence(claim("two", "one", "second", 1), "shop"))
                .isInstanceOf(NewerTokenException.class);
        another().fence(claim("two", "one", "second", 6), "shop");
        another().fence(claim("two", null, "third", 7), "shop");
        assertThatThrownBy(() -> another().fence(claim("one", null, "first", 8), "shop"))
                .isInstanceOf(OtherAuditStoreException.class);
    }

    @Test
    default void aStoreWithoutAnIdChecksNothing() {
        another().fence(claim(null, null, "first", 1), "shop");
        another().fence(claim("one", null, "second", 2), "shop");
        another().fence(claim(null, null, "third", 3), "shop");
        assertThatThrownBy(() -> another().fence(claim("two", null, "fourth", 4), "shop"))
                .isInstanceOf(OtherAuditStoreException.class);
    }
}
