package io.quarkiverse.flamingock.phases;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A repository. */
@Singleton
public class Products implements PanacheRepositoryBase<Product, String> {
}
