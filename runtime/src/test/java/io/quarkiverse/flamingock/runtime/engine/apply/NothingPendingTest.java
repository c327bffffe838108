package io.quarkiverse.flamingock.runtime.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.engine.Engine;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.test.memory.InMemoryAuditStore;

/**
 * What a start costs where nothing is pending.
 */
class NothingPendingTest {

    private static final String BASE = "io.quarkiverse.flamingock.";
    private static final String ENGINE = BASE + "runtime.engine.";
    private static final String TEST = NothingPendingTest.class.getName();

    @Test
    void noClassIsLoadedOfWhatWouldFollow() throws Exception {
        OwnLoader loader = new OwnLoader();
        loader.loadClass(Start.class.getName()).asSubclass(Runnable.class).getDeclaredConstructor().newInstance().run();

        assertThat(loader.loaded).contains(Engine.class.getName(), Run.class.getName());
        assertThat(loader.loaded).filteredOn(name -> name.startsWith(ENGINE) && !name.startsWith(TEST))
                .allMatch(name -> name.matches(".*\\.(port|settings|environment)\\.\\w+(\\$\\w+)?") || name.endsWith(".Run")
                        || name.matches(".*\\.(Engine|World|WorldTargets|ClockTicker|TestInvoker|TestEnd)(\\$\\w+)?"));
    }

    /** Runs in the loader. */
    public static final class Start implements Runnable {

        @Override
        public void run() {
            World world = new World();
            world.change("a", "db", (effects, context) -> effects.add("a"));
            InMemoryAuditStore store = new InMemoryAuditStore(world.store);
            store.prepare();
            store.write(new AuditWrite(World.SERVICE, 0, List.of(), List.of(), world.fingerprint() + "+e", null));
            if (world.engine().apply().skipped() != 1) {
                throw new AssertionError("something was pending");
            }
        }
    }

    /** Loads classes of ours anew and notes them. */
    private static final class OwnLoader extends ClassLoader {

        final List<String> loaded = new ArrayList<>();

        OwnLoader() {
            super(NothingPendingTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(BASE)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream content = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (content == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = content.readAllBytes();
                loaded.add(name);
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
