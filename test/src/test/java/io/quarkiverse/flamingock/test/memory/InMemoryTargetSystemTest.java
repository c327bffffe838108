package io.quarkiverse.flamingock.test.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.test.contract.ClaimContract;
import io.quarkiverse.flamingock.test.contract.Claims;
import io.quarkiverse.flamingock.test.contract.TargetSystemContract;

class InMemoryTargetSystemTest extends TargetSystemContract implements ClaimContract {

    protected final InMemoryTargetSystem target = InMemoryTargetSystem.transactional("inventory");

    @Override
    protected ChangeTarget target() {
        return target;
    }

    @Override
    public ChangeTarget another() {
        return target;
    }

    @Override
    protected void effect(Supply supply, String effect) {
        ((Effects) supply.find(Effects.class, null)).add(effect);
    }

    @Override
    protected void ddl(Supply supply, String effect) {
        ((Effects) supply.find(Effects.class, null)).addDdl(effect);
    }

    @Override
    protected List<String> effects() {
        return target.effects();
    }

    @Override
    protected boolean commitsImplicitly() {
        return false;
    }

    @Test
    void failsToCommitAsOrdered() {
        target.fence(Claims.of(1), "shop");
        target.nextCommit(CommitFault.REFUSED);
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one")).kind())
                .isEqualTo(Outcome.Kind.NOT_APPLIED);
        target.nextCommit(CommitFault.REFUSED_AND_ANSWER_LOST);
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one")).kind())
                .isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(target.effects()).isEmpty();
        target.nextCommit(CommitFault.ANSWER_LOST);
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one")).kind())
                .isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(target.effects()).containsExactly("one");
        assertThat(target.fence(Claims.of(2), "shop").of("a")).isEqualTo(applied("a", 1));
    }

    @Test
    void failsToDirectlyUndo() {
        InMemoryTargetSystem direct = InMemoryTargetSystem.nonTransactional("broker").addDependency("a dependency");
        assertThat(direct.supplies(String.class, null)).isTrue();
        assertThat(direct.supplies(String.class, "name")).isFalse();
        assertThat(direct.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            throw new IllegalStateException("wrong");
        }).kind()).isEqualTo(Outcome.Kind.PARTLY_APPLIED);
        assertThat(direct.effects()).containsExactly("one");
    }
}
