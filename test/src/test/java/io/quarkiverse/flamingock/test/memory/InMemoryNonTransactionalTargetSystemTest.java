package io.quarkiverse.flamingock.test.memory;

import java.util.List;

import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.test.contract.NonTransactionalTargetSystemContract;

class InMemoryNonTransactionalTargetSystemTest extends NonTransactionalTargetSystemContract {

    private final InMemoryTargetSystem target = InMemoryTargetSystem.nonTransactional("broker");

    @Override
    protected ChangeTarget target() {
        return target;
    }

    @Override
    protected Class<?> supplied() {
        return Effects.class;
    }

    @Override
    protected void effect(Supply supply, String effect) {
        ((Effects) supply.find(Effects.class, null)).add(effect);
    }

    @Override
    protected List<String> effects() {
        return target.effects();
    }
}
