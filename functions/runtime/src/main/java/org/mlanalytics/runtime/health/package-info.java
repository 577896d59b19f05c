/** Whether a process can do its work. */
package org.mlanalytics.runtime.health;
