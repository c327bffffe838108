package org.acme.ledger;

import java.nio.file.Path;
import java.time.Duration;

import org.acme.files.FileClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.test.contract.LeaseLockContract;

class LedgerLockTest extends LeaseLockContract {

    @TempDir
    Path temp;

    private Duration passed = Duration.ZERO;

    @BeforeEach
    void prepare() {
        directory().prepare();
    }

    @Override
    protected LeaseLock lock() {
        return new LedgerLock(directory());
    }

    @Override
    protected void expire(String name) {
        passed = passed.plusHours(2);
    }

    private LedgerDirectory directory() {
        FileClock clock = new FileClock(temp.resolve("clock"));
        return new LedgerDirectory(temp, () -> clock.instant().plus(passed));
    }
}
