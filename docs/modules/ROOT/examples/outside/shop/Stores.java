package org.acme.shop;

import java.nio.file.Path;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.acme.ledger.LedgerDirectory;
import org.acme.ledger.LedgerStore;
import org.acme.settings.SettingsFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.smallrye.common.annotation.Identifier;

/**
 * Where executions are recorded, and what they change.
 */
class Stores {

    // tag::producers[]
    @Produces
    @Singleton
    @Identifier("ledger")
    AuditStore ledger(@ConfigProperty(name = "shop.directory") Path directory) {
        return new LedgerStore(new LedgerDirectory(directory.resolve("ledger")));
    }

    @Produces
    @Singleton
    @Identifier("settings-file")
    ChangeTarget settings(@ConfigProperty(name = "shop.directory") Path directory) {
        return new SettingsFile("settings-file", directory.resolve("settings.properties"));
    }
    // end::producers[]
}
