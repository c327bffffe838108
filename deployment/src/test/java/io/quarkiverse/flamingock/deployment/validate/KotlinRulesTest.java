package io.quarkiverse.flamingock.deployment.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.function.Consumer;

import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.deployment.scan.ChangeScanner;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.Gizmo;
import io.quarkus.gizmo2.creator.ClassCreator;
import io.quarkus.gizmo2.desc.ConstructorDesc;

/**
 * On class files like those of the Kotlin compiler; what it really writes is tested in an application in Kotlin.
 */
class KotlinRulesTest {

    private static final ClassDesc CONTINUATION = ClassDesc.of("kotlin.coroutines.Continuation");

    @Test
    void aSuspendFunctionIsRefusedAndItsLastParameterIsNobodysMistake() {
        ScannedChange change = change(cc -> apply(cc, ClassDesc.of("java.sql.Connection"), CONTINUATION));
        assertThat(KotlinRules.check(change)).extracting(Problem::toString)
                .containsExactly(
                        "org.acme.AddUsers#apply: the method is a suspend function, and a change method must not be one:"
                                + " it is called without a coroutine, and is done when it returns. Remove 'suspend', and call what"
                                + " suspends within runBlocking { … }.");
        Problem connection = new Problem("org.acme.AddUsers#apply, parameter 1 'connection' of type x", "missing");
        Problem continuation = new Problem("org.acme.AddUsers#apply, parameter 2 'completion' of type x", "missing");
        assertThat(KotlinRules.explain(change, List.of(connection, continuation))).containsExactly(connection);
    }

    @Test
    void defaultArgumentsAreNotUsed() {
        ScannedChange change = change(cc -> {
            apply(cc, ClassDesc.of("java.sql.Connection"), ClassDesc.ofDescriptor("I"));
            cc.staticMethod("apply$default", mc -> {
                mc.synthetic();
                mc.returning(void.class);
                mc.body(bc -> bc.return_());
            });
        });
        assertThat(KotlinRules.check(change)).isEmpty();
        Problem count = new Problem("org.acme.AddUsers#apply, parameter 2 'count' of type int", "nothing supplies it.");
        Problem other = new Problem("org.acme.AddUsers#rollback, parameter 1 'count' of type int", "nothing supplies it.");
        assertThat(KotlinRules.explain(change, List.of(count, other))).containsExactly(
                new Problem(count.place(), "nothing supplies it. Default arguments of Kotlin are not used: a change is called"
                        + " with all that its method asks for."),
                other);
    }

    @Test
    void anythingElseIsLeftAsItIs() {
        ScannedChange change = change(cc -> apply(cc, CONTINUATION, ClassDesc.of("java.sql.Connection")));
        Problem problem = new Problem("org.acme.AddUsers#apply, parameter 1 'completion' of type x", "missing");
        assertThat(KotlinRules.check(change)).isEmpty();
        assertThat(KotlinRules.explain(change, List.of(problem))).containsExactly(problem);
    }

    @Test
    void aConstructorForDefaultArgumentsIsTheCompilersOwn() {
        ScannedChange change = change(cc -> {
            apply(cc);
            constructor(cc, false, ClassDesc.ofDescriptor("I"));
            constructor(cc, true, ClassDesc.ofDescriptor("I"), ClassDesc.ofDescriptor("I"));
        });
        assertThat(ClassRules.check(change)).isEmpty();
        assertThat(change.constructor().parameters()).hasSize(1);
    }

    private static void constructor(ClassCreator cc, boolean synthetic, ClassDesc... parameters) {
        cc.constructor(mc -> {
            if (synthetic) {
                mc.synthetic();
            }
            for (int i = 0; i < parameters.length; i++) {
                mc.parameter("p" + i, parameters[i]);
            }
            mc.body(bc -> {
                bc.invokeSpecial(ConstructorDesc.of(Object.class), cc.this_());
                bc.return_();
            });
        });
    }

    private static void apply(ClassCreator cc, ClassDesc... parameters) {
        cc.method("apply", mc -> {
            mc.public_();
            mc.returning(Object.class);
            mc.addAnnotation(Apply.class);
            for (int i = 0; i < parameters.length; i++) {
                mc.parameter("p" + i, parameters[i]);
            }
            mc.body(bc -> bc.return_(Const.ofNull(Object.class)));
        });
    }

    private static ScannedChange change(Consumer<ClassCreator> content) {
        Indexer indexer = new Indexer();
        Gizmo.create((name, bytes) -> {
            try {
                indexer.index(new ByteArrayInputStream(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).class_("org.acme.AddUsers", cc -> {
            cc.addAnnotation(Change.class, annotation -> annotation.add("id", "add-users"));
            content.accept(cc);
        });
        return new ChangeScanner(indexer.complete(), annotation -> false).scan().get(0);
    }
}
