package io.quarkiverse.flamingock.deployment.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What a change calls that leaves its transaction, or uses a client of its own.
 */
class CodeEffectsTest {

    private static final String ELSEWHERE = "what is done in another transaction, by ";
    private static final String HTTP = "another system, by HTTP, by a call of java.net.http.HttpClient in ";

    /** A bean with a method of each kind, and a change with this body. */
    private static Analysed app(String body) {
        return new Analysed().code("""
                import jakarta.transaction.*;
                import jakarta.transaction.Transactional.TxType;
                class Orders {
                    @Transactional(TxType.REQUIRES_NEW) void archive() { }
                    @Transactional(TxType.NOT_SUPPORTED) void count() { }
                    @Transactional(value = TxType.NEVER, rollbackOn = Exception.class) void never() { }
                    @Transactional void join() { }
                    @Transactional(TxType.MANDATORY) void must() { }
                    void plain() { more(); }
                    private void more() { join(); }
                    void far() { plain(); new Archive().all(); }
                }
                @Transactional(TxType.REQUIRES_NEW) class Archive {
                    void all() { }
                    @Transactional(TxType.REQUIRED) void joining() { }
                }
                """).change(body);
    }

    @Test
    void onlyTheMethodsThatAreCalled() {
        assertThat(app("@Apply void apply(Orders o) { o.join(); o.must(); o.plain(); }").effects(Analysed.JDBC)).isEmpty();
        assertThat(app("@Apply void apply(Orders o) { o.archive(); o.count(); o.never(); }").effects(Analysed.JDBC))
                .containsExactly(ELSEWHERE + "org.acme.Orders#archive with @Transactional(REQUIRES_NEW), which #apply calls",
                        "what is done without a transaction, by org.acme.Orders#count with @Transactional(NOT_SUPPORTED),"
                                + " which #apply calls",
                        "what is done without a transaction, by org.acme.Orders#never with @Transactional(NEVER), which #apply"
                                + " calls");
    }

    @Test
    void whereThereIsNoJtaNothingLeavesIt() {
        assertThat(app("@Apply void apply(Orders o) { o.archive(); }").effects(Analysed.MONGODB)).isEmpty();
    }

    @Test
    void theAnnotationOfTheClass() {
        assertThat(app("@Apply void apply(Archive a) { a.joining(); }").effects(Analysed.JDBC)).isEmpty();
        assertThat(app("@Apply void apply(Orders o) { o.far(); }").effects(Analysed.JDBC)).containsExactly(
                ELSEWHERE + "org.acme.Archive#all with @Transactional(REQUIRES_NEW), which #apply reaches");
    }

    @Test
    void whateverTheWayOfTheCall() {
        String expected = ELSEWHERE + "org.acme.Orders#archive with @Transactional(REQUIRES_NEW), which ";
        assertThat(app("@Inject Orders o; @Apply void apply() { helper(); } private void helper() { o.archive(); }")
                .effects(Analysed.JDBC)).containsExactly(expected + "#apply calls");
        assertThat(app("@Apply void apply(Orders o) { Runnable r = () -> o.archive(); r.run(); }").effects(Analysed.JDBC))
                .containsExactly(expected + "#apply calls");
        assertThat(app("@Apply void apply(Orders o) { Runnable r = o::archive; r.run(); }").effects(Analysed.JDBC))
                .containsExactly(expected + "#apply calls");
        assertThat(app("@Apply void apply(Orders o) { new Runnable() { public void run() { o.archive(); } }.run(); }")
                .effects(Analysed.JDBC)).containsExactly(expected + "#apply reaches");
        assertThat(app("Sell(Orders o) { o.archive(); } @Apply void apply() { }").effects(Analysed.JDBC))
                .containsExactly(expected + "its constructor calls");
        assertThat(app("@Inject void set(Orders o) { o.archive(); } @Apply void apply() { }").effects(Analysed.JDBC))
                .containsExactly(expected + "#set calls");
    }

    @Test
    void whatOverridesTheMethodThatIsCalled() {
        assertThat(app("@Apply void apply(Port port) { port.send(); }")
                .code("interface Port { void send(); } class A implements Port { public void send() { } }"
                        + " class B implements Port { @jakarta.transaction.Transactional("
                        + "jakarta.transaction.Transactional.TxType.REQUIRES_NEW) public void send() { } }")
                .effects(Analysed.JDBC))
                .containsExactly(ELSEWHERE + "org.acme.B#send with @Transactional(REQUIRES_NEW), which #apply calls");
        assertThat(app("@Apply void apply(Later later) { later.archive(); }").code("class Later extends Orders { }")
                .effects(Analysed.JDBC))
                .containsExactly(ELSEWHERE + "org.acme.Orders#archive with @Transactional(REQUIRES_NEW), which #apply calls");
    }

    @Test
    void allMethodsOfWhatIsPassedOn() {
        assertThat(app("@Apply void apply(Orders o) { List.of(o).forEach(Object::toString); }").effects(Analysed.JDBC))
                .hasSize(4);
        assertThat(app("@Apply void apply(Orders o) { use(o); } void use(Orders o) { o.plain(); }").effects(Analysed.JDBC))
                .isEmpty();
        assertThat(app("@Apply void apply(Orders o) { o.toString(); String.valueOf(\"o\"); }").effects(Analysed.JDBC))
                .isEmpty();
    }

    @Test
    void transactionsInCode() {
        String quarkus = "io.quarkus.narayana.jta.QuarkusTransaction";
        assertThat(app("@Apply void apply() { " + quarkus + ".requiringNew().run(() -> { }); }").effects(Analysed.JDBC))
                .containsExactly(ELSEWHERE + "QuarkusTransaction.requiringNew() in #apply");
        assertThat(app("@Apply void apply() { " + quarkus + ".suspendingExisting().run(() -> { }); }").effects(Analysed.JDBC))
                .containsExactly(ELSEWHERE + "QuarkusTransaction.suspendingExisting() in #apply");
        assertThat(app("@Apply void apply() { " + quarkus + ".joiningExisting().run(() -> { }); }").effects(Analysed.JDBC))
                .isEmpty();
        assertThat(app("@Apply void apply() { " + quarkus
                + ".runner(io.quarkus.narayana.jta.TransactionSemantics.REQUIRE_NEW).run(() -> { }); }").effects(Analysed.JDBC))
                .containsExactly(ELSEWHERE + "TransactionSemantics.REQUIRE_NEW in #apply");
        assertThat(app("@Apply void apply(Steps s) { s.one(); }")
                .code("class Steps { @Inject jakarta.transaction.TransactionManager tm;"
                        + " void one() { try { tm.suspend(); } catch (Exception e) { } } }")
                .effects(Analysed.JDBC))
                .containsExactly(ELSEWHERE + "TransactionManager.suspend() in org.acme.Steps#one, which #apply calls");
    }

    @Test
    void clientsThatNobodyWasGiven() {
        assertThat(app("@Apply void apply() { java.net.http.HttpClient.newHttpClient(); }").effects(Analysed.MONGODB))
                .containsExactly(HTTP + "#apply");
        assertThat(app("@Apply void apply() { Web.get(); }")
                .code("class Web { static java.net.http.HttpClient http; static void get() { http.version(); } }")
                .effects(Analysed.JDBC)).containsExactly(HTTP + "org.acme.Web#get, which #apply calls");
        assertThat(app("@Apply void apply() throws Exception { java.sql.DriverManager.getConnection(\"\"); }")
                .effects(Analysed.JDBC)).containsExactly(
                        "a database, by a connection of its own, by a call of java.sql.DriverManager in #apply");
        assertThat(app("@Apply void apply(java.net.http.HttpClient http) { http.version(); }").effects(Analysed.JDBC))
                .containsExactly("another system, by HTTP, by parameter 'http' of #apply (java.net.http.HttpClient)");
        assertThat(app("@Apply void apply() { } @Rollback void back() { java.net.http.HttpClient.newHttpClient(); }")
                .all(Analysed.JDBC)).extracting(OutsideEffect::applies).containsExactly(false);
    }

    @Test
    void itsOwnConnectionIsNone() {
        assertThat(app("@Apply void apply(Connection c, javax.sql.DataSource d) throws Exception {"
                + " c.createStatement().execute(\"\"); d.getConnection().close(); help(c); }"
                + " void help(Connection c) throws Exception { c.prepareStatement(\"\"); }").effects(Analysed.JDBC)).isEmpty();
    }
}
