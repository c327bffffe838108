package io.quarkiverse.flamingock.beside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.transaction.Transactional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/**
 * On an empty database Flyway's script comes first, and finds nothing of ours; the change alters the table that it makes, and
 * Hibernate ORM validates what both have made.
 */
class FlywayTest {

    static final String DATABASE = "flyway";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Apps
            .on(DATABASE, Apps::script, Changes._1__Price.class, Changes._2__Own.class, Product.class)
            .withConfigurationResource("beside-flyway.properties");

    @Entity(name = "product")
    public static class Product {
        @Id
        public int id;
        public int price;
    }

    @Inject
    EntityManager entities;

    @Test
    @Transactional
    void comesFirst() {
        assertThat(Apps.query(DATABASE, "SELECT ours FROM found")).containsExactly("0");
        assertThat(Apps.query(DATABASE, "SELECT change_id, state FROM \"flamingock_audit\" ORDER BY sequence"))
                .containsExactly("price STARTED", "price EXECUTED", "own STARTED", "own EXECUTED");
        assertThat(entities.createQuery("FROM product", Product.class).getResultList()).isEmpty();
    }
}
