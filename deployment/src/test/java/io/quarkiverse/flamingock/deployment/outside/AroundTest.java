package io.quarkiverse.flamingock.deployment.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A call of an interface ends in the classes of which a change can meet an object, and in no others.
 */
class AroundTest {

    private static final String PORTS = """
            interface Port { void send(); }
            class A implements Port { public void send() { } }
            class B implements Port {
                @jakarta.transaction.Transactional(jakarta.transaction.Transactional.TxType.REQUIRES_NEW)
                public void send() { }
            }
            class C extends B { }
            class Base { @jakarta.transaction.Transactional(jakarta.transaction.Transactional.TxType.NEVER) public void send() { } }
            class Inherits extends Base implements Port { }
            interface Loud extends Port { default void send() { new B().send(); } }
            class ByDefault implements Loud { }
            class Work { void with(Port port) { port.send(); } }
            class All { Instance<Port> ports; void all() { ports.forEach(Port::send); } }
            class Each { Instance<Port> ports; void all() { ports.forEach(port -> port.send()); } }
            class Kept { static Port PORT; static Map<String, Port> PORTS; static Port[] ARRAY; }
            enum Kind implements Port { QUIET { public void send() { } }, LOUD { public void send() { new B().send(); } } }
            abstract class Failure extends RuntimeException implements Port { }
            class Worse extends Failure { public void send() { new B().send(); } }
            interface Generated { Port port(); }
            """;

    private static Analysed app(String body) {
        return new Analysed().change(body).code(PORTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "@Apply void apply(Work w) { w.with(new A()); }",
            "@Apply void apply(Work w, A a) { w.with(a); }",
            "@Apply void apply(Work w) { w.with(() -> { }); }",
            "@Apply void apply(Work w) { Port[] ports = { new A() }; w.with(ports[0]); }",
            "@Apply void apply(Work w) { w.with(port()); } Port port() { return new A(); }",
            "@Apply void apply(Work w) { w.with(new Inner()); } class Inner implements Port { public void send() { } }"
    })
    void theOthersAreNotReached(String body) {
        assertThat(app(body).effects(Analysed.JDBC)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "@Apply void apply(Work w) { w.with(new B()); }",
            "@Apply void apply(Work w) { w.with(new C()); }",
            "@Apply void apply(Work w, C c) { w.with(c); }",
            "@Apply void apply(Work w, Port p) { w.with(p); }",
            "@Apply void apply(Work w) { w.with(make()); } Port make() { return new B(); }",
            "@Apply void apply(Work w) { java.util.function.Supplier<Port> b = B::new; w.with(b.get()); }",
            "@Inject Port port; @Apply void apply(Work w) { w.with(port); }",
            "@Inject Object port; @Apply void apply(Work w) { w.with((Port) port); }",
            "@Apply void apply(Work w, Optional<Port> p) { w.with(p.get()); }",
            "@Apply void apply(All all) { all.all(); }",
            "@Apply void apply(Each each) { each.all(); }",
            "@Apply void apply(Work w) { w.with(Kept.PORT); }",
            "@Apply void apply(Work w) { w.with(Kept.PORTS.get(\"b\")); }",
            "@Apply void apply(Work w) { for (Port port : Kept.ARRAY) { w.with(port); } }",
            "@Apply void apply(Work w) { w.with(jakarta.enterprise.inject.spi.CDI.current().select(Port.class).get()); }",
            "@Apply void apply(Work w) { w.with(new Inherits()); }",
            "@Apply void apply(Work w) { w.with(new ByDefault()); }",
            "@Apply void apply(Work w) { w.with(Kind.valueOf(\"LOUD\")); }",
            "@Apply void apply(Work w) { try { w.with(new A()); } catch (Failure f) { w.with(f); } }",
            "@Apply void apply(Work w, Generated g) { w.with(g.port()); }",
            "@Apply void apply(Work w) { new Ports().forEach(p -> w.with(p)); } static class Ports extends ArrayList<Port> { }",
            "Sell(Work w) { w.with(new A()); } @Apply void apply(Work w) { w.with(new B()); }",
            "Object kept; Sell() { kept = new B(); } @Apply void apply(Work w) { w.with((Port) kept); }",
            "Sell(Work w) { w.with(new A()); } @Apply void apply(B b) { b.toString(); }"
    })
    void whatCanBeThereIsReached(String body) {
        assertThat(app(body).effects(Analysed.JDBC)).isNotEmpty();
    }
}
