package org.acme.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sources of this repository, by the names of their classes, and the databases that a test among them runs on.
 */
final class TestSources {

    static final Path ROOT = Path.of("..", "..");

    /** How a source names a database, in its text or in the name of its class. */
    private static final Map<String, Pattern> DATABASES = Map.of(
            "PostgreSQL", Pattern.compile("class Postgres\\w+Test|SharedPostgres|TestDatabase\\.postgres|PostgresServer"),
            "MariaDB", Pattern.compile("class MariaDb\\w+Test|SharedMariaDb|TestDatabase\\.mariaDb|MariaDbServer"),
            "H2", Pattern.compile("class H2\\w+Test|TestDatabase\\.h2|H2TcpServer|jdbc:h2|db-kind\", \"h2"),
            "MongoDB", Pattern.compile("class (?:Mongo|Later)\\w+Test|TestMongo|MongoStandIn"));

    private final Map<String, String> sources = new TreeMap<>();

    TestSources() {
        for (String module : new String[] { "runtime", "deployment", "test", "integration-tests" }) {
            try {
                read(ROOT.resolve(module));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    boolean has(String name) {
        return sources.containsKey(name);
    }

    /**
     * The databases that some tests run on, as the documentation writes them; one that is a contract runs on those of its
     * subclasses, one of the fault harness on those that it starts.
     */
    String databases(List<String> tests) {
        TreeSet<String> databases = new TreeSet<>();
        boolean matrix = false;
        for (String test : tests) {
            for (String source : withSubclasses(test)) {
                DATABASES.forEach((database, names) -> {
                    if (names.matcher(source).find()) {
                        databases.add(database);
                    }
                });
                if (source.contains("new HostileWorld(")) {
                    databases.addAll(List.of("PostgreSQL", "MariaDB", "H2", "MongoDB"));
                }
                matrix |= source.contains("Matrix.");
                if (source.startsWith("package org.acme.faults;") && source.contains("new World(")) {
                    databases.add("PostgreSQL");
                }
            }
        }
        List<String> named = new ArrayList<>();
        for (String database : List.of("PostgreSQL", "MariaDB", "H2", "MongoDB")) {
            if (databases.contains(database)) {
                named.add(database);
            }
        }
        return (named.isEmpty() ? "any" : String.join(", ", named)) + (matrix ? "; more with `-Dfaults`" : "");
    }

    private List<String> withSubclasses(String test) {
        List<String> found = new ArrayList<>(List.of(sources.get(test)));
        Pattern extending = Pattern.compile("class (\\w+) extends " + test + "\\b");
        sources.values().forEach(source -> {
            Matcher matcher = extending.matcher(source);
            if (matcher.find()) {
                found.addAll(withSubclasses(matcher.group(1)));
            }
        });
        return found;
    }

    private void read(Path module) throws IOException {
        Files.walkFileTree(module, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                // that of a build, not the package of the same name
                return Files.exists(folder.resolveSibling("pom.xml")) && folder.endsWith("target")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                if (name.endsWith(".java") && file.toString().contains("src")) {
                    sources.merge(name.substring(0, name.length() - ".java".length()), Files.readString(file), String::concat);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
