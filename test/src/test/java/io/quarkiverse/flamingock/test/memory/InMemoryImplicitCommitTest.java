package io.quarkiverse.flamingock.test.memory;

class InMemoryImplicitCommitTest extends InMemoryTargetSystemTest {

    InMemoryImplicitCommitTest() {
        target.commitsImplicitly();
    }

    @Override
    protected boolean commitsImplicitly() {
        return true;
    }
}
