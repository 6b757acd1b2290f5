package monitoring.localservers.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void keepsThePasswordItMadeFirst() {
        String password = Secrets.passwordIn(this.folder.resolve("first"));

        assertThat(password).matches("[a-zA-Z2-9]{20}").isEqualTo(Secrets.passwordIn(this.folder.resolve("first")));
        assertThat(Secrets.passwordIn(this.folder.resolve("second"))).isNotEqualTo(password);
    }

    @Test
    void letsNobodyElseRead() throws IOException {
        Path file = this.folder.resolve("secret");
        Secrets.write(file, "before");
        Secrets.write(file, "after");

        assertThat(file).hasContent("after");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

}
