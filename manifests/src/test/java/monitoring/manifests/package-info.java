/**
 * Reads the BOSH release and the manifests as the CLI and the director do: operations
 * applied, variables filled in, templates rendered with the declared properties only.
 * Knows the programs by their jars and files alone.
 */
@NullMarked
package monitoring.manifests;

import org.jspecify.annotations.NullMarked;
