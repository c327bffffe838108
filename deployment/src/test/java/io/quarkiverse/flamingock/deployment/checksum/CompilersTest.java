package io.quarkiverse.flamingock.deployment.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The same source has the same checksum, whoever compiled it. */
class CompilersTest {

    static final List<Compiler> COMPILERS = List.of(Compiler.javac("--release", "17", "-g:none"),
            Compiler.javac("-parameters", "-g"), Compiler.javac("--release", "17", "-XDstringConcat=inline"),
            Compiler.javac(25, "--release", "17"), Compiler.javac(25, "--release", "17", "-g:none", "-parameters"),
            Compiler.javac(25, "--release", "21"), Compiler.javac(25, "-g"),
            Compiler.ecj("--release", "17"), Compiler.ecj("--release", "17", "-g:none", "-parameters"),
            Compiler.ecj("--release", "17", "-g", "-preserveAllLocals"), Compiler.ecjOn(25, "21"));

    /** Of what Java 17 does not know. */
    static final List<Compiler> NEWER = List.of(Compiler.javac(25, "--release", "21", "-g:none", "-parameters"),
            Compiler.javac(25), Compiler.ecjOn(25, "21"), Compiler.ecjOn(25, "21", "-g:none"));

    private static final String RICH = Compiled.of(Compiled.source("Rich.java"), "--release", "17").checksum();

    @ParameterizedTest
    @FieldSource("COMPILERS")
    void makesNoDifference(Compiler compiler) {
        assertThat(Compiled.of(Compiled.source("Rich.java"), compiler).checksum()).isEqualTo(RICH);
    }

    @ParameterizedTest
    @FieldSource("NEWER")
    void makesNoDifferenceToPatterns(Compiler compiler) {
        String expected = Compiled.of(Compiled.source("Patterns.java"), Compiler.javac(25, "--release", "21")).checksum();
        assertThat(Compiled.of(Compiled.source("Patterns.java"), compiler).checksum()).isEqualTo(expected);
    }
}
