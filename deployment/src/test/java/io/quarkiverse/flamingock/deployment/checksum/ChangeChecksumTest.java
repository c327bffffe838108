package io.quarkiverse.flamingock.deployment.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class ChangeChecksumTest {

    private static final String SOURCE = """
            import io.quarkiverse.flamingock.*;
            import java.util.*;
            import java.util.function.*;

            @Change(id = "a", author = "team", order = "1")
            class A {
                @Apply void apply(String first, Map.Entry<String, Integer> entry) {
                    int local = 1;
                    Supplier<String> lambda = () -> first + local;
                    Runnable anonymous = new Runnable() { public void run() { System.out.println("anonymous"); } };
                    for (Map.Entry<String, Integer> each : Set.of(entry)) { lambda.get(); anonymous.run(); new Part().say(); }
                }
                static class Part { void say() { System.out.println("nested"); } }
            }
            """;

    private final String checksum = Compiled.of(SOURCE).checksums().get("a");

    @Test
    void isTheSameWithAndWithoutDebugInformation() {
        assertThat(Compiled.of(SOURCE, "-g").checksums()).containsEntry("a", checksum);
        assertThat(Compiled.of(SOURCE, "-g:none").checksums()).containsEntry("a", checksum);
        assertThat(Compiled.of(SOURCE, "-g", "-parameters").checksums()).containsEntry("a", checksum);
    }

    @Test
    void isTheSameForAnotherOrderOfTheConstantPool() {
        Compiled compiled = Compiled.of(SOURCE);
        ClassWriter writer = new ClassWriter(0);
        for (int i = 0; i < 100; i++) {
            writer.newConst("unused " + i);
        }
        writer.newUTF8("java/lang/System");
        new ClassReader(compiled.classes().get("A")).accept(writer, 0);
        assertThat(writer.toByteArray()).isNotEqualTo(compiled.classes().get("A"));
        assertThat(compiled.with("A", writer.toByteArray()).checksums()).containsEntry("a", checksum);
    }

    @Test
    void isTheSameForAnotherClassFileVersion() {
        Compiled compiled = Compiled.of(SOURCE);
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(compiled.classes().get("A")).accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
                super.visit(Opcodes.V16, access, name, signature, superName, interfaces);
            }
        }, 0);
        assertThat(compiled.with("A", writer.toByteArray()).checksums()).containsEntry("a", checksum);
    }

    @Test
    void isTheSameForOtherAnnotationsOfTheExtension() {
        Set<String> checksums = new TreeSet<>();
        checksums.add(checksum);
        checksums.add(checksum("class A", "@Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY) class A"));
        checksums.add(checksum("class A", "@TargetSystem(\"shop\") class A"));
        checksums.add(checksum("order = \"1\"", "order = \"2\", description = \"described\", transactional = false"));
        checksums.add(checksum("@Apply", "@Execution"));
        assertThat(checksums).containsExactly(checksum);
    }

    @Test
    void differsForOtherCode() {
        Set<String> checksums = new TreeSet<>();
        checksums.add(checksum);
        checksums.add(checksum("int local = 1", "int local = 2"));
        checksums.add(checksum("first + local", "local + first"));
        checksums.add(checksum("anonymous\"", "unknown\""));
        checksums.add(checksum("nested", "inner"));
        checksums.add(checksum("String first,", "@Deprecated String first,"));
        checksums.add(checksum("@Apply void", "@Apply @Deprecated void"));
        checksums.add(checksum("class A", "class A extends ArrayList"));
        assertThat(checksums).hasSize(8);
    }

    @Test
    void isThatOfTheChangeAndNoOther() {
        String nested = """
                import io.quarkiverse.flamingock.*;
                @Change(id = "outer", author = "team", order = "1")
                class Outer {
                    @Apply void apply() { System.out.println("outer"); }
                    @Change(id = "inner", author = "team", order = "2")
                    static class Inner {
                        @Apply void apply() { new Part().say(); }
                        static class Part { void say() { System.out.println("part"); } }
                    }
                }
                """;
        Map<String, String> before = Compiled.of(nested).checksums();
        Map<String, String> after = Compiled.of(nested.replace("part", "other")).checksums();
        assertThat(after.get("outer")).isEqualTo(before.get("outer"));
        assertThat(after.get("inner")).isNotEqualTo(before.get("inner"));
        after = Compiled.of(nested.replace("\"outer\")", "\"other\")")).checksums();
        assertThat(after.get("other")).isNull();
        assertThat(after.get("outer")).isNotEqualTo(before.get("outer"));
        assertThat(after.get("inner")).isEqualTo(before.get("inner"));
    }

    @Test
    void coversAnInheritedMethod() {
        String inherited = """
                import io.quarkiverse.flamingock.*;
                abstract class Base { @Apply void apply() { System.out.println("base"); } }
                @Change(id = "a", author = "team", order = "1")
                class A extends Base { }
                """;
        assertThat(Compiled.of(inherited).checksums())
                .isNotEqualTo(Compiled.of(inherited.replace("\"base\"", "\"other\"")).checksums());
    }

    private static String checksum(String old, String changed) {
        assertThat(SOURCE).contains(old);
        return Compiled.of(SOURCE.replace(old, changed)).checksums().get("a");
    }
}
