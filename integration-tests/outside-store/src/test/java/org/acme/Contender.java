package org.acme;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.acme.ledger.LedgerDirectory;
import org.acme.ledger.LedgerStore;
import org.acme.settings.Settings;
import org.acme.settings.SettingsFile;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.test.contract.Events;

/**
 * A process that applies changes beside others: each counts one up. It does so as an application would, with a lock, a fence
 * and
 * records, and may die on the way.
 */
final class Contender {

    static final int ROUNDS = 10;
    private static final Duration LEASE = Duration.ofSeconds(2);

    private final String name;
    private final LedgerStore store;
    private final SettingsFile target;
    private final String dies;

    private Contender(Path directory, String name, String dies) {
        this.name = name;
        this.store = new LedgerStore(new LedgerDirectory(directory.resolve("ledger")));
        this.target = new SettingsFile("settings-file", directory.resolve("settings.properties"));
        this.dies = dies;
    }

    /** The directory, the name of the process, and in the middle of what it dies: {@code work}, {@code record} or nothing. */
    public static void main(String[] args) throws Exception {
        Contender contender = new Contender(Path.of(args[0]), args[1], args[2]);
        contender.store.prepare();
        for (int round = 0; round < ROUNDS; round++) {
            while (!contender.apply(round)) {
                Thread.sleep(5);
            }
        }
    }

    /** Whether it is applied and recorded; otherwise somebody else has the lock, or took it meanwhile. */
    private boolean apply(int round) {
        Optional<Lease> lease = store.lock().tryAcquire("settings-file", name, LEASE);
        try {
            return lease.isPresent() && applyWith(lease.get(), name + "-" + round, round == ROUNDS / 2);
        } catch (LockLostException e) {
            return false;
        } finally {
            lease.ifPresent(store.lock()::release);
        }
    }

    private boolean applyWith(Lease lease, String change, boolean last) {
        Marker marker = target.fence(new Claim(null, null, lease.owner(), lease.token()), "shop").of(change);
        if (marker == null) {
            if (!record(lease, change, ChangeState.STARTED)) {
                return false;
            }
            Outcome outcome = target.execute(new ChangeCall("shop", change, "sum", lease.token(), true), supply -> {
                countUp(supply);
                dieIf(last && dies.equals("work"));
            });
            dieIf(last && dies.equals("record"));
            if (outcome.kind() != Outcome.Kind.APPLIED) {
                return false;
            }
        }
        return record(lease, change, ChangeState.EXECUTED);
    }

    private boolean record(Lease lease, String change, ChangeState state) {
        long sequence = store.head("shop").sequence();
        return store.write(new AuditWrite("shop", sequence, List.of(lease),
                List.of(Events.event(sequence + 1, change, state)), null, null));
    }

    private static void countUp(Supply supply) {
        Settings settings = (Settings) supply.find(Settings.class, null);
        String count = settings.get("count");
        settings.put("count", String.valueOf(count == null ? 1 : Integer.parseInt(count) + 1));
    }

    private static void dieIf(boolean now) {
        if (now) {
            Runtime.getRuntime().halt(9);
        }
    }
}
