package org.acme.settings;

import java.io.IOException;
import java.nio.file.Path;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Dependencies;
import io.quarkiverse.flamingock.spi.ExtensibleTargetSystem;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.NewerTokenException;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.spi.Work;

/**
 * A settings file as a target system. It supplies {@link Settings}.
 */
public final class SettingsFile extends ExtensibleTargetSystem<SettingsFile> {

    private final ContentFile file;

    /**
     * @param id the id that changes name it by
     * @param path the file; it is made when it is changed for the first time
     */
    public SettingsFile(String id, Path path) {
        super(id, new Dependencies());
        this.file = new ContentFile(id, path);
    }

    @Override
    protected SettingsFile self() {
        return this;
    }

    @Override
    public boolean transactional() {
        return true;
    }

    @Override
    public boolean supplies(Class<?> type, String name) {
        return type == Settings.class && name == null || super.supplies(type, name);
    }

    // tag::fence[]
    @Override
    public Markers fence(Claim claim, String service) {
        try {
            return file.hold(() -> {
                Content content = file.read();
                long token = claim.token();
                if (content.fence() > token) {
                    throw new NewerTokenException("Target system " + id() + ", the settings in " + file + ", has seen token "
                            + content.fence() + ", newer than " + token, content.fence());
                }
                // Also where the token is the same: what is returned must be on the disk.
                file.replace(content.fencedBy(token));
                return content.markersOf(service);
            });
        } catch (IOException e) {
            throw new TargetSystemUnavailableException("Target system " + id() + " could not be fenced: " + e
                    + ". Check that this process may read and write " + file + " and its directory.", e);
        }
    }
    // end::fence[]

    @Override
    public Outcome execute(ChangeCall call, Work work) {
        return call.transactional() ? new Transaction(file, call).run(settings -> work.run(supply(settings)))
                : new DirectSettings(file, call).run(settings -> work.run(supply(settings)));
    }

    private Supply supply(Settings settings) {
        return (type, name) -> type == Settings.class && name == null ? settings : dependencies().find(type, name);
    }
}
