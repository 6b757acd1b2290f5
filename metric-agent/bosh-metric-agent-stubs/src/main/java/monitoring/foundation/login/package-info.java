/**
 * The UAA: tokens for those who know the password, and who may call what else.
 */
@NullMarked
package monitoring.foundation.login;

import org.jspecify.annotations.NullMarked;
