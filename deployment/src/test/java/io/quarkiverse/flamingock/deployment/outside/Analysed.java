package io.quarkiverse.flamingock.deployment.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

import org.jboss.jandex.Index;

import io.quarkiverse.flamingock.deployment.scan.ChangeScanner;
import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.deployment.targets.Qualifiers;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/** An application of a test, and what is found in it. */
final class Analysed {

    static final TargetDescriptor JDBC = new TargetDescriptor("shop", Kind.JDBC, "<default>");
    static final TargetDescriptor MONGODB = new TargetDescriptor("shop", Kind.MONGODB, "<default>");

    private static final String HEAD = """
            package org.acme;
            import io.quarkiverse.flamingock.*;
            import jakarta.enterprise.context.*;
            import jakarta.enterprise.event.*;
            import jakarta.enterprise.inject.*;
            import jakarta.inject.*;
            import java.sql.Connection;
            import java.util.*;
            """;

    private final List<String> sources = new ArrayList<>();
    private String chosen;
    private Datasources datasources = new Datasources(name -> false, unit -> unit);

    /** Types of libraries that are not there, without members. */
    Analysed without(String... types) {
        for (String type : types) {
            int dot = type.lastIndexOf('.');
            sources.add("package " + type.substring(0, dot) + "; public interface " + type.substring(dot + 1) + " { }");
        }
        return this;
    }

    Analysed withoutMongo() {
        return without("com.mongodb.client.MongoClient", "com.mongodb.client.MongoDatabase",
                "com.mongodb.client.MongoCollection", "com.mongodb.client.ClientSession")
                .library("package io.quarkus.mongodb; import java.lang.annotation.*; @jakarta.inject.Qualifier"
                        + " @Retention(RetentionPolicy.RUNTIME) public @interface MongoClientName { String value(); }");
    }

    Analysed library(String source) {
        sources.add(source);
        return this;
    }

    Analysed code(String source) {
        sources.add(HEAD + source);
        return this;
    }

    /** A change whose class has this body. */
    Analysed change(String body) {
        return code("@TargetSystem(\"shop\") @Change(id = \"a\", author = \"team\", order = \"1\") class Sell {" + body + "}");
    }

    /** CDI has one bean only. */
    Analysed bean(String className) {
        chosen = className;
        return this;
    }

    Analysed datasources(Datasources known) {
        datasources = known;
        return this;
    }

    List<String> effects(TargetDescriptor target) {
        return all(target).stream().map(OutsideEffect::text).toList();
    }

    /** What the change can use too early, marked where more than one bean is between. */
    List<String> early() {
        return found((analysis, change) -> analysis.early(change, new ChangeTargets(JDBC))).stream()
                .map(use -> (use.near() ? "" : "far: ") + use.text()).toList();
    }

    List<OutsideEffect> all(TargetDescriptor target) {
        return found((analysis, change) -> analysis.of(change, new ChangeTargets(target)));
    }

    private <T> List<T> found(BiFunction<OutsideAnalysis, ScannedChange, List<T>> search) {
        Sources compiled = Sources.of(sources);
        Index index = compiled.index("org/acme/");
        ClassFiles classes = compiled.classFiles(index);
        OutsideAnalysis analysis = new OutsideAnalysis(index, classes,
                new ParameterSources(classes, new Qualifiers(classes, Set.of())), datasources, (type, annotations) -> chosen);
        List<T> found = new ArrayList<>();
        for (ScannedChange change : new ChangeScanner(index, annotation -> false).scan()) {
            found.addAll(search.apply(analysis, change));
        }
        return found;
    }
}
