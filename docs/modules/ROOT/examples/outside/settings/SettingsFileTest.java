package org.acme.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.test.contract.Claims;
import io.quarkiverse.flamingock.test.contract.TargetSystemContract;

// tag::contract[]
class SettingsFileTest extends TargetSystemContract {

    @TempDir
    Path temp;

    @Override
    protected ChangeTarget target() {
        return new SettingsFile("inventory", file());
    }

    @Override
    protected void effect(Supply supply, String effect) {
        ((Settings) supply.find(Settings.class, null)).put(effect, "there");
    }

    /** Nothing commits implicitly; an effect in another way. */
    @Override
    protected void ddl(Supply supply, String effect) {
        effect(supply, effect);
    }

    @Override
    protected List<String> effects() throws IOException {
        return Files.readAllLines(file()).stream().filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('='))).toList();
    }

    @Override
    protected boolean commitsImplicitly() {
        return false;
    }
    // end::contract[]

    @Test
    void noticesThatSomebodyElseWasThere() {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        Outcome outcome = target.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            target().execute(execution("b", 1), other -> effect(other, "two"));
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(target().fence(Claims.of(2), "shop").byChangeId()).containsOnlyKeys("b");
    }

    @Test
    void keepsOutAnOldOwnerThatWritesDirectly() throws Exception {
        ChangeTarget old = target();
        old.fence(Claims.of(1), "shop");
        Outcome outcome = old.execute(new ChangeCall("shop", "a", "sum-1", 1, false), supply -> {
            effect(supply, "one");
            target().fence(Claims.of(2), "shop");
            effect(supply, "two");
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.LOCK_LOST);
        assertThat(effects()).containsExactly("one");
    }

    @Test
    void suppliesSettingsAndWhatWasAdded() {
        SettingsFile target = new SettingsFile("inventory", file()).setProperty("currency", "EUR");
        assertThat(target.supplies(Settings.class, null)).isTrue();
        assertThat(target.supplies(Settings.class, "currency")).isFalse();
        target.fence(Claims.of(1), "shop");
        assertThat(target.execute(execution("a", 1), supply -> {
            Settings settings = (Settings) supply.find(Settings.class, null);
            settings.put("currency", (String) supply.find(String.class, "currency"));
            assertThat(settings.get("currency")).isEqualTo("EUR");
        })).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void refusesWhatTheFileCanNotKeep() {
        target().fence(Claims.of(1), "shop");
        for (List<String> setting : List.of(List.of("a=b", "x"), List.of("# fence 9", "x"), List.of("a", "x\ny=z"))) {
            assertThat(target().execute(execution("a", 1), supply -> ((Settings) supply.find(Settings.class, null))
                    .put(setting.get(0), setting.get(1))).kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        }
    }

    // tag::contract[]
    private Path file() {
        return temp.resolve("settings.properties");
    }
}
// end::contract[]
