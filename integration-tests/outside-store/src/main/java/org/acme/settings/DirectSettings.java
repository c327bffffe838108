package org.acme.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Outcome;

/**
 * Settings that take effect one by one, as long as the token is the newest.
 */
final class DirectSettings implements Settings {

    private final ContentFile file;
    private final ChangeCall call;

    DirectSettings(ContentFile file, ChangeCall call) {
        this.file = file;
        this.call = call;
    }

    Outcome run(SettingsWork work) {
        try {
            work.run(this);
            return Outcome.APPLIED;
        } catch (LockLostException e) {
            return Outcome.lockLost(e);
        } catch (Exception | LinkageError | AssertionError e) {
            return Outcome.partlyApplied(e);
        }
    }

    @Override
    public String get(String key) {
        return change(settings -> settings.get(key));
    }

    @Override
    public void put(String key, String value) {
        change(settings -> {
            settings.put(key, value);
            return null;
        });
    }

    private String change(Function<Settings, String> change) {
        try {
            return file.hold(() -> {
                Content content = file.read();
                if (content.fence() > call.token()) {
                    throw file.lost(content, call.token());
                }
                Map<String, String> settings = new LinkedHashMap<>(content.settings());
                String answer = change.apply(new CopiedSettings(settings));
                if (!settings.equals(content.settings())) {
                    file.replace(content.with(settings));
                }
                return answer;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
