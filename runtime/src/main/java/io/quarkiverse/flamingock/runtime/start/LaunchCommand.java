package io.quarkiverse.flamingock.runtime.start;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

import io.quarkiverse.flamingock.runtime.engine.text.ShellArgument;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.LaunchMode;

/**
 * How this application is started with extra properties, for messages. Of the real command line only the program is shown:
 * the rest may hold secrets. Asked for only where a message needs it.
 *
 * @param mode how it was started
 * @param directory where it was started
 * @param executable whether it is a native executable
 * @param program that executable, or the class path of the Java machine
 */
record LaunchCommand(LaunchMode mode, Path directory, boolean executable, String program) implements Supplier<String> {

    private static final String JAR = ".jar";
    private static final String NATIVE = "./application";

    /** That of this process. */
    static LaunchCommand ofThisProcess() {
        boolean executable = ImageMode.current() == ImageMode.NATIVE_RUN;
        return new LaunchCommand(LaunchMode.current(), Path.of(""), executable,
                executable ? ProcessHandle.current().info().command().orElse(NATIVE)
                        : System.getProperty("java.class.path", ""));
    }

    /** The command, with {@code %s} where the properties go. */
    @Override
    public String get() {
        if (mode == LaunchMode.DEVELOPMENT) {
            return devMode();
        }
        if (executable) {
            return shown(program) + " %s";
        }
        boolean jar = program.toLowerCase(Locale.ROOT).endsWith(JAR) && program.indexOf(File.pathSeparatorChar) < 0;
        // Who starts it from a class path, as tests and IDEs do, has no command that would fit on a line.
        return "java %s -jar " + (jar ? shown(program) : "quarkus-run.jar");
    }

    private String devMode() {
        boolean gradle = !there("pom.xml") && (there("build.gradle") || there("build.gradle.kts"));
        return gradle ? wrapper("gradlew", "gradle") + " quarkusDev %s" : wrapper("mvnw", "mvn") + " quarkus:dev %s";
    }

    private boolean there(String file) {
        return Files.exists(directory.resolve(file));
    }

    /** In an application of several modules the wrapper is in the outermost one. */
    private String wrapper(String wrapper, String otherwise) {
        String way = "./";
        for (Path here = directory.toAbsolutePath().normalize(); here != null; here = here.getParent()) {
            if (Files.exists(here.resolve(wrapper))) {
                return way + wrapper;
            }
            way = way.equals("./") ? "../" : way + "../";
        }
        return otherwise;
    }

    private static String shown(String program) {
        return ShellArgument.of(program).replace("%", "%%");
    }
}
