package io.quarkiverse.flamingock.test.shop;

import java.sql.Connection;

import javax.sql.DataSource;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

@TargetSystem("<default>")
@Change(id = "create-users", author = "users", description = "Creates users")
public class _001__CreateUsers {

    @Apply
    public void apply(Connection connection, Prices prices, ChangeContext context, Calls calls) {
        calls.add("create-users: " + connection + " " + prices.name() + " " + context.attempt());
    }

    @Rollback
    public void rollback(DataSource dataSource, @io.quarkus.agroal.DataSource("inventory") DataSource other, Calls calls) {
        calls.add("no users: " + dataSource + " " + (other != null));
    }
}
