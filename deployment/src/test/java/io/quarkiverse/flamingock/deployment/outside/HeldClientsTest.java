package io.quarkiverse.flamingock.deployment.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Clients that beans hold, wherever they hold them, and however many beans are between.
 */
class HeldClientsTest {

    private static final String MAILER = " (io.quarkus.mailer.Mailer)";
    private static final String MAIL = "a mail server, by parameter 'service' of #apply (org.acme.Service)";

    private static Analysed app(String code) {
        return new Analysed().without("io.quarkus.mailer.Mailer")
                .code("import io.quarkus.mailer.Mailer; " + code)
                .change("@Apply void apply(Service service) { }");
    }

    @Test
    void inAField() {
        assertThat(app("class Service { private Mailer mailer; }").effects(Analysed.JDBC))
                .containsExactly(MAIL + ", its field 'mailer'" + MAILER);
    }

    @Test
    void inAConstructorThatKeepsItElsewhere() {
        assertThat(app("class Service { @Inject Service(Mailer mailer) { } }").effects(Analysed.JDBC))
                .containsExactly(MAIL + ", its constructor's parameter 'mailer'" + MAILER);
    }

    @Test
    void inAnInitializer() {
        assertThat(app("class Service { @Inject void set(Mailer mailer) { } void send(Mailer mailer) { } }")
                .effects(Analysed.JDBC)).containsExactly(MAIL + ", its set's parameter 'mailer'" + MAILER);
    }

    @Test
    void inASuperclass() {
        assertThat(app("class Service extends Base { } class Base { Mailer mailer; }").effects(Analysed.JDBC))
                .containsExactly(MAIL + ", its field 'mailer'" + MAILER);
    }

    @Test
    void inSomethingThatIsLookedUp() {
        assertThat(app("class Service { Instance<Mailer> mailer; }").effects(Analysed.JDBC))
                .containsExactly(MAIL + ", its field 'mailer'" + MAILER);
        assertThat(app("class Service { @Inject List<Provider<Mailer>> all; Mailer[] more; }").effects(Analysed.JDBC))
                .containsExactly(MAIL + ", its field 'all'" + MAILER);
    }

    @Test
    void behindProducersThatAskForWhatTheyMake() {
        assertThat(app("class Service { Runnable task; } class Tasks { @Produces Runnable one(Runnable other, Thread thread) {"
                + " return other; } @Produces Thread two(Runnable task, Mailer mailer) { return null; } }")
                .effects(Analysed.JDBC)).allMatch(effect -> effect.startsWith("a mail server, by "));
    }

    @Test
    void inABeanBehindABeanInACircle() {
        assertThat(app("class Service { Orders orders; } class Orders { Service service; Letters letters; }"
                + " class Letters { Orders orders; Mailer mailer; }").effects(Analysed.JDBC))
                .containsExactly(MAIL + ", its field 'orders' (org.acme.Orders), its field 'letters' (org.acme.Letters),"
                        + " its field 'mailer'" + MAILER);
    }

    @Test
    void inWhatMayStandBehindAnInterface() {
        String code = "interface Service { } class Plain implements Service { } class Sending implements Service { Mailer m; }";
        assertThat(app(code).effects(Analysed.JDBC))
                .containsExactly(MAIL + ", which may be a org.acme.Sending, its field 'm'" + MAILER);
        assertThat(app(code).bean("org.acme.Plain").effects(Analysed.JDBC)).isEmpty();
        assertThat(app(code).bean("org.acme.Sending").effects(Analysed.JDBC)).hasSize(1);
    }

    @Test
    void inASubclassUnlessCdiTakesTheClassItself() {
        String code = "class Service { } class Sending extends Service { Mailer m; }";
        assertThat(app(code).effects(Analysed.JDBC)).hasSize(1);
        assertThat(app(code).bean("org.acme.Service").effects(Analysed.JDBC)).isEmpty();
    }

    @Test
    void inWhatAProducerIsGiven() {
        assertThat(app("interface Service { } class Factory { @Produces Service make(Mailer mailer) { return null; } }")
                .effects(Analysed.JDBC)).containsExactly(
                        MAIL + ", which org.acme.Factory#make makes with its parameter 'mailer'" + MAILER);
    }

    @Test
    void oneWayToEachSystem() {
        assertThat(
                app("class Service { Mailer a; Mailer b; Other other; java.net.http.HttpClient c; } class Other { Mailer d; }")
                        .effects(Analysed.JDBC))
                .containsExactly(
                        MAIL + ", its field 'a'" + MAILER,
                        MAIL.replace("a mail server", "another system, by HTTP")
                                + ", its field 'c' (java.net.http.HttpClient)");
    }

    @Test
    void beansWithoutAClientHoldNone() {
        assertThat(app("class Service { Class<Mailer> type; String name; List<Item> items; Service next; int[] numbers; }"
                + " class Item { Service service; Object value; }").effects(Analysed.JDBC)).isEmpty();
    }
}
