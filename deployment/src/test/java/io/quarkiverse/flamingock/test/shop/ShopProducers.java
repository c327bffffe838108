package io.quarkiverse.flamingock.test.shop;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.smallrye.common.annotation.Identifier;

@Dependent
class ShopProducers {

    @Produces
    @Singleton
    Prices prices() {
        return new Prices("standard");
    }

    @Produces
    @Premium
    @Singleton
    Prices premiumPrices() {
        return new Prices("premium");
    }

    @Produces
    @Named("night")
    @Singleton
    Hours nightHours() {
        return new Hours("night");
    }

    @Produces
    @Singleton
    Box<Integer> box() {
        return new Box<>(42);
    }

    @Produces
    @Identifier("order-events")
    ChangeTarget orderEvents() {
        return NonTransactionalTargetSystem.of("order-events")
                .addDependency(new Broker("kafka"))
                .setProperty("partitions", 12);
    }
}
