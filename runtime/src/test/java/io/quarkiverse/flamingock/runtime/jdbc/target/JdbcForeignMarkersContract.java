package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.ForeignMarker;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.test.contract.ClaimContract;
import io.quarkiverse.flamingock.test.contract.Claims;

/** A history that is there under another name is found. */
abstract class JdbcForeignMarkersContract extends JdbcUpgradeContract implements ClaimContract {

    JdbcForeignMarkersContract(TestDatabase database) {
        super(database);
    }

    @Override
    public ChangeTarget another() {
        return target();
    }

    private static void leaveMarker(JdbcTargetSystem target, String service, String change) {
        target.fence(Claims.of(1), service);
        assertThat(target.execute(new ChangeCall(service, change, "sum", 1, true), supply -> {
        })).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void findsMarkersOfOtherServicesAndPrefixes() throws Exception {
        leaveMarker(target(), "shop", "own");
        leaveMarker(target(), "other", "a");
        leaveMarker(target().with(new JdbcSettings("old_", Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofSeconds(30),
                true)), "shop", "b");
        database.execute("CREATE TABLE page_marker (page INTEGER)");
        database.execute("CREATE TABLE page_fence (page INTEGER)");
        JdbcTargetSystem target = target();
        target.fence(Claims.of(2), "shop");
        assertThat(target.foreignMarkers("shop")).extracting(ForeignMarker::prefix, ForeignMarker::service,
                found -> found.marker().changeId() + " " + found.marker().checksum())
                .contains(tuple("flamingock_", "other", "a sum"),
                        tuple("old_", "shop", "b sum"))
                .doesNotContain(tuple("flamingock_", "shop", "own sum"));
    }
}
