package org.acme.orders.changes;

import java.sql.SQLException;

import org.acme.orders.Products;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

// tag::change[]
@TargetSystem("orders-database")
@Change(id = "set-currency", author = "orders-team", description = "Prices were without a currency")
@Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
public class _20260107_01_SetCurrency {

    @Apply
    public void apply(Products products, @ConfigProperty(name = "shop.currency") String currency) throws SQLException {
        products.setCurrency(currency);
    }

    @Rollback
    public void rollback(Products products) throws SQLException {
        products.setCurrency(null);
    }
}
// end::change[]
