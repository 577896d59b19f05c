/** Objects that are written and read by addresses which a service signs. */
package org.mlanalytics.store.presigned;
