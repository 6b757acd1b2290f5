package monitoring.batch.inventory;

/** Somebody who knows a part of the foundation; its {@code toString} names it. */
public interface InventorySource {

    /**
     * Takes over what it knows now.
     * @throws InventoryException if it did not tell everything; nothing is taken over
     * then
     */
    void refresh();

}
