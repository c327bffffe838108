package io.quarkiverse.flamingock.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.BaselineScope;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.runtime.engine.port.CallerTransaction;

/**
 * The transaction of a caller is away as long as the engine works, and given back however it ends.
 */
class CallersTransactionTest {

    private final World world = new World();
    private final List<String> trace = new ArrayList<>();

    CallersTransactionTest() {
        world.caller = new CallerTransaction() {
            @Override
            public Suspended suspend() {
                trace.add("suspended");
                return () -> trace.add("given back");
            }
        };
    }

    static Stream<Method> everyMethodOfTheFacade() {
        return Arrays.stream(Flamingock.class.getMethods());
    }

    @ParameterizedTest
    @MethodSource("everyMethodOfTheFacade")
    void itIsAwayInEveryCall(Method method) throws Exception {
        world.change("a", "files", (effects, context) -> trace.add("changed"));

        call(method);

        assertThat(trace).startsWith("suspended").endsWith("given back").containsOnlyOnce("suspended", "given back");
    }

    @ParameterizedTest
    @MethodSource("everyMethodOfTheFacade")
    void itIsGivenBackAfterAnError(Method method) {
        world.change("a", "files", (effects, context) -> trace.add("changed"));
        world.store.down(true);

        assertThatThrownBy(() -> call(method)).hasRootCauseInstanceOf(AuditStoreUnavailableException.class);

        assertThat(trace).containsExactly("suspended", "given back");
    }

    @Test
    void changesRunWhileItIsAway() {
        world.change("a", "files", (effects, context) -> trace.add("a"));
        world.change("b", "db", (effects, context) -> trace.add("b"));

        world.engine().apply();

        assertThat(trace).containsExactly("suspended", "a", "b", "given back");
    }

    private void call(Method method) throws Exception {
        Object[] arguments = Arrays.stream(method.getParameterTypes()).map(CallersTransactionTest::something).toArray();
        try {
            method.invoke(world.engine(), arguments);
        } catch (InvocationTargetException e) {
            if (!Set.of("fix", "accept").contains(method.getName()) || e.getCause() instanceof AuditStoreUnavailableException) {
                throw e;
            }
        }
    }

    private static Object something(Class<?> type) {
        if (type == String.class) {
            return "a";
        }
        if (type == BaselineScope.class) {
            return BaselineScope.to("a");
        }
        return type.isEnum() ? type.getEnumConstants()[0] : HistoryQuery.newest(1);
    }
}
