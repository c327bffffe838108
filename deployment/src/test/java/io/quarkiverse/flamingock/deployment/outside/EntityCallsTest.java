package io.quarkiverse.flamingock.deployment.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Entities of Panache find Hibernate by themselves.
 */
class EntityCallsTest {

    private static Analysed app(String code) {
        return new Analysed()
                .library("package io.quarkus.hibernate.orm.panache; public class PanacheEntityBase {"
                        + " public static long count() { return 0; } public void persist() { } }")
                .library("package io.quarkus.hibernate.orm.panache; public class Panache {"
                        + " public static Object getEntityManager() { return null; } }")
                .code("import io.quarkus.hibernate.orm.panache.*; class Product extends PanacheEntityBase { String name;"
                        + " static long sold() { return count(); } static long all() { return sold(); }"
                        + " static String clean(String name) { return name.trim(); } String name() { return name; } } " + code);
    }

    @Test
    void inTheChangeItself() {
        assertThat(app("").change("@Apply void apply() { Product.count(); }").early())
                .containsExactly("Hibernate ORM, by a call of org.acme.Product.count in #apply");
        assertThat(
                app("").change("@Apply void apply() { Runnable later = () -> new Product().persist(); later.run(); }").early())
                .containsExactly("Hibernate ORM, by a call of org.acme.Product.persist in #apply");
        assertThat(app("").change("@Apply void apply() { Product.all(); }").early())
                .containsExactly("Hibernate ORM, by a call of org.acme.Product.all in #apply");
        assertThat(
                app("").change("@Apply void apply() { io.quarkus.hibernate.orm.panache.Panache.getEntityManager(); }").early())
                .containsExactly(
                        "Hibernate ORM, by a call of io.quarkus.hibernate.orm.panache.Panache.getEntityManager in #apply");
    }

    @Test
    void inABeanThatItIsGiven() {
        String bean = "class Service { long count() { return Product.sold(); } } class Front { Service service; long count() {"
                + " return service.count(); } }";
        assertThat(app(bean).change("@Apply void apply(Service service) { service.count(); }").early())
                .containsExactly(
                        "Hibernate ORM, by a call of org.acme.Product.sold in org.acme.Service#count, which #apply calls");
        assertThat(app(bean).change("@Apply void apply(Front front) { front.count(); }").early()).containsExactly(
                "far: Hibernate ORM, by a call of org.acme.Product.sold in org.acme.Service#count, which #apply reaches");
        assertThat(app(bean).change("@Apply void apply() { new Service().count(); }").early()).as("who knows what it holds")
                .singleElement().asString().startsWith("far: ");
    }

    @Test
    void whatNeedsNoDatabaseIsNone() {
        assertThat(
                app("").change("@Apply void apply() { Product p = new Product(); p.name = Product.clean(\" a \"); p.name(); }")
                        .early())
                .isEmpty();
    }
}
