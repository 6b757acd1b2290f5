package monitoring.storage.elasticsearch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

import org.apache.http.entity.ContentType;
import org.apache.http.nio.ContentEncoder;
import org.apache.http.nio.IOControl;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.mockito.Mockito.mock;

class SlicedEntityTest {

    private final byte[] bytes = new byte[1_000_000];

    private final Socket socket = new Socket();

    private SlicedEntity entity() {
        new Random(1).nextBytes(this.bytes);
        return new SlicedEntity(this.bytes, 900_000, ContentType.TEXT_PLAIN);
    }

    @Test
    void givesAllOfItInSlices() throws Exception {
        SlicedEntity entity = entity();
        this.socket.room = Integer.MAX_VALUE;
        entity.produceContent(this.socket, mock(IOControl.class));
        assertThat(this.socket.completed).isTrue();
        assertThat(this.socket.taken.toByteArray()).isEqualTo(Arrays.copyOf(this.bytes, 900_000));
        assertThat(this.socket.mostAtOnce).isEqualTo(SlicedEntity.SLICE);
        assertThat(entity.getContentLength()).isEqualTo(900_000);
    }

    @Test
    void goesOnWhereASocketTookNoMore() throws Exception {
        SlicedEntity entity = entity();
        for (int call = 0; !this.socket.completed; call++) {
            this.socket.room = 100_000;
            entity.produceContent(this.socket, mock(IOControl.class));
            assertThat(this.socket.taken.size()).isEqualTo(Math.min(900_000, (call + 1) * 100_000));
        }
        assertThat(this.socket.taken.toByteArray()).isEqualTo(Arrays.copyOf(this.bytes, 900_000));
    }

    @Test
    void beginsAnewForAnotherNode() throws Exception {
        SlicedEntity entity = entity();
        this.socket.breaksAt = 100_000;
        this.socket.room = Integer.MAX_VALUE;
        assertThatIOException().isThrownBy(() -> entity.produceContent(this.socket, mock(IOControl.class)));
        entity.close();
        Socket other = new Socket();
        other.room = Integer.MAX_VALUE;
        entity.produceContent(other, mock(IOControl.class));
        assertThat(other.taken.toByteArray()).isEqualTo(Arrays.copyOf(this.bytes, 900_000));
    }

    private static final class Socket implements ContentEncoder {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

        private int room;

        private int breaksAt = Integer.MAX_VALUE;

        private int mostAtOnce;

        private boolean completed;

        @Override
        public int write(ByteBuffer from) throws IOException {
            if (this.taken.size() + from.remaining() > this.breaksAt) {
                throw new IOException("reset");
            }
            this.mostAtOnce = Math.max(this.mostAtOnce, from.remaining());
            byte[] some = new byte[Math.min(this.room, from.remaining())];
            from.get(some);
            this.taken.write(some);
            this.room -= some.length;
            return some.length;
        }

        @Override
        public void complete() {
            this.completed = true;
        }

        @Override
        public boolean isCompleted() {
            return this.completed;
        }

    }

}
