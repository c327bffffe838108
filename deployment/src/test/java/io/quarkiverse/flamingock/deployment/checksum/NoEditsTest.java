package io.quarkiverse.flamingock.deployment.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What says and does the same is no edit, however it looks. */
class NoEditsTest {

    private static final String SOURCE = Compiled.source("Rich.java");
    private static final String CHECKSUM = Compiled.of(SOURCE).checksum();

    @TestFactory
    List<DynamicTest> areNoEdits() {
        List<DynamicTest> tests = new ArrayList<>();
        add(tests, "another package", "package com.acme.changes;", "package org.other.place;");
        add(tests, "no package", "package com.acme.changes;", "");
        add(tests, "another name of the class", "Rich", "_0001__CreateCustomers");
        add(tests, "another name of a nested class", "Resource", "SomethingElse");
        add(tests, "another name of the superclass", "Base", "Steps");
        add(tests, "another name of an enum", "Level", "Height");
        add(tests, "another name of a local class", "Local", "Part");
        add(tests, "another name of the method", "void apply(", "void change(");
        add(tests, "other names of variables", "offset", "position");
        add(tests, "another name of a captured variable", "twice", "doubled");
        add(tests, "another name of a private method", "concatenate(", "together(");
        add(tests, "a comment", "done++;", "done++; // once more");
        add(tests, "blanks", "done++;", "\n\n   done ++ ;");
        add(tests, "a log text", "LOG.info(\"starts with \" + rows.size())", "LOG.warn(\"begins with \" + rows.size())");
        add(tests, "a log statement that asks nobody", "done++;", "done++; LOG.infof(\"done %s\", TABLE);");
        add(tests, "a guard around a log statement", "LOG.debugf(\"no row: %s\", e.getMessage());",
                "String said = e.getMessage(); if (LOG.isTraceEnabled()) { LOG.trace(said); }");
        add(tests, "a constant by its value", "i < LIMIT", "i < 10");
        add(tests, "a text in two parts", "\"hundred\"", "\"hun\" + \"dred\"");
        add(tests, "a variable for a value", "return list;", "List<T> result = list; return result;");
        add(tests, "an unused variable", "String unused = \"unused\";", "");
        add(tests, "an unused private method", "private void more() {",
                "private void unused() { step(9); }\n private void more() {");
        add(tests, "a public member", "private void more() {", "public void more() {", false);
        add(tests, "id, order, and how to run it", "order = \"1\"",
                "order = \"2\", description = \"what\", transactional = false");
        add(tests, "the strategy", "@Change(", "@io.quarkiverse.flamingock.Recovery(strategy ="
                + " io.quarkiverse.flamingock.RecoveryStrategy.ALWAYS_RETRY) @Change(");
        add(tests, "parentheses", "number > 3 ? \"more\" : \"less\"", "(number > 3) ? (\"more\") : (\"less\")");
        add(tests, "a lambda for a reference", "Row::name", "row -> row.name()");
        add(tests, "a condition the other way round",
                "if (i > 7) {\n                break;\n            }\n            sum -= i;",
                "if (i <= 7) {\n sum -= i;\n } else {\n break;\n }");
        return tests;
    }

    @Test
    void ordersOfMembersAreNone() {
        int at = SOURCE.indexOf("    private void more() {");
        int end = SOURCE.indexOf("    @Override\n    protected int factor()");
        String moved = SOURCE.substring(0, at) + SOURCE.substring(end);
        int first = moved.indexOf("    @Apply");
        moved = moved.substring(0, first) + SOURCE.substring(at, end) + moved.substring(first);
        assertThat(Compiled.of(moved).checksum()).isEqualTo(CHECKSUM);
    }

    private static void add(List<DynamicTest> tests, String name, String old, String changed) {
        add(tests, name, old, changed, true);
    }

    private static void add(List<DynamicTest> tests, String name, String old, String changed, boolean same) {
        tests.add(DynamicTest.dynamicTest(name, () -> {
            assertThat(SOURCE).contains(old);
            String checksum = Compiled.of(SOURCE.replace(old, changed)).checksum();
            assertThat(checksum.equals(CHECKSUM)).isEqualTo(same);
        }));
    }
}
