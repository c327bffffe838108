package io.quarkiverse.flamingock.phases;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A row of a table that a change of phase SCHEMA makes. */
@Entity
public class Product extends PanacheEntityBase {

    @Id
    public String name;

    public Product() {
        // for Hibernate
    }

    public Product(String name) {
        this.name = name;
    }
}
