package io.quarkiverse.flamingock.phases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;

import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.vertx.VertxContextSupport;

/**
 * What only a change of phase APPLICATION may be given, and the change that makes the table for it.
 */
final class ApplicationOnly {

    private ApplicationOnly() {
    }

    @TargetSystem("default")
    @Change(id = "create-products", author = "team", order = "200")
    static class CreateProducts {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE product (name VARCHAR(255) PRIMARY KEY)");
        }
    }

    @TargetSystem("default")
    @Change(id = "orm", author = "team", order = "210", phase = Phase.APPLICATION)
    static class Orm {
        @Apply
        void apply(EntityManager manager) {
            manager.persist(new Product("by an EntityManager"));
        }
    }

    // tag::panache[]
    @TargetSystem("default")
    @Change(id = "panache", author = "team", order = "220", phase = Phase.APPLICATION)
    static class Panache {
        @Apply
        void apply(Products products) {
            products.persist(new Product("by a repository"));
            new Product("by an entity, after " + Product.count()).persist();
        }
    }
    // end::panache[]

    // tag::reactive[]
    @TargetSystem("outside")
    @Change(id = "reactive", author = "team", order = "230", phase = Phase.APPLICATION)
    static class Reactive {
        @Apply
        void apply(Mutiny.SessionFactory sessions) throws Throwable {
            VertxContextSupport.subscribeAndAwait(() -> sessions
                    .withTransaction(session -> session.persist(new Product("by Hibernate Reactive"))));
        }
        // end::reactive[]

        @Rollback
        void rollback() {
            // nothing
        }
    }

    @TargetSystem("outside")
    @Change(id = "messaging", author = "team", order = "240", phase = Phase.APPLICATION)
    static class Messaging {
        @Apply
        void apply(@Channel("events") Emitter<String> events) throws InterruptedException, ExecutionException {
            events.send("products are there").toCompletableFuture().get();
        }

        @Rollback
        void rollback() {
            // nothing
        }
    }
}
